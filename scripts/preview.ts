import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Misuse, Refused, run } from './command.ts';
import { commands } from './commands.ts';
import { called } from './root.ts';
import { serveFolder } from './server.ts';

const PORT = 4321;

function portOf(text: string | undefined): number {
  if (text === undefined) return PORT;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new Misuse(`"${text}" is no port; write --port 0 to 65535`);
  return Number(text);
}

async function preview(out: string, port: number): Promise<number> {
  if (!existsSync(join(out, 'internal', 'index.html'))) throw new Misuse(`${out}: there is no site; build one with ${called('build')}, or name it with --out`);
  const { server, url } = await serveFolder(out, port, 'internal/').catch((cause: { code?: string }) => {
    if (cause.code === 'EADDRINUSE') throw new Refused(`port ${port} is taken; name another with --port`);
    throw cause;
  });
  process.stderr.write(`${url} shows ${out}, the pages of clients too (stop with Ctrl+C)\n`);
  await new Promise((stop) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, stop)));
  server.close();
  server.closeAllConnections();
  return 0;
}

/** `npm run preview -- [--out DIR] [--port N]`: serves the published site to this machine. */
await run(commands.preview, (given) => preview(resolve(given.out ?? 'dist'), portOf(given.port)));
