import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly file: string | null;
}

const plain = (status: number, headers: Answer['headers'] = {}): Answer => ({ status, headers, file: null });

function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0]!);
    return path.startsWith('/') && !path.includes('\0') ? path : null;
  } catch {
    return null;
  }
}

/** Names of hosts by which this machine alone is meant; any other may be a page elsewhere that reads through the browser. */
const isOwnHost = (host: string | undefined): boolean => /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host ?? '');

async function answerTo({ method, url, headers }: IncomingMessage, folder: string, first: string): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD') return plain(405, { allow: 'GET, HEAD' });
  if (!isOwnHost(headers.host)) return plain(403);
  const path = pathOf(url ?? '');
  if (path === null) return plain(400);
  if (path === '/' && first !== '') return plain(302, { location: `/${first}` });
  const root = await realpath(folder).catch(() => null);
  if (root === null) return plain(404);
  const found = await realpath(join(root, path)).catch(() => null);
  if (found === null || (found !== root && !found.startsWith(root + sep))) return plain(404);
  const isFolder = (await stat(found)).isDirectory();
  if (isFolder && !path.endsWith('/')) return plain(301, { location: `${encodeURI(path).replace(/^\/{2,}/, '/')}/` });
  const file = isFolder ? join(found, 'index.html') : found;
  const size = await stat(file).then(
    (one) => one.size,
    () => null,
  );
  if (size === null) return plain(404);
  return { status: 200, headers: { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-length': size }, file };
}

async function respond(request: IncomingMessage, response: ServerResponse, folder: string, first: string): Promise<void> {
  const { status, headers, file } = await answerTo(request, folder, first);
  response.writeHead(status, { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers });
  if (file !== null && request.method === 'GET') await pipeline(createReadStream(file), response);
  else response.end(file === null ? `${status}\n` : undefined);
}

/**
 * Serves the files under a folder to this machine alone; port 0 takes any that is free. The folder is looked up anew
 * for every request, so a link that moves shows its new target. `first` is the place in it that its address alone leads to.
 */
export async function serveFolder(folder: string, port: number, first = ''): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((request, response) => {
    respond(request, response, folder, first).catch(() => response.destroy());
  });
  await new Promise<void>((listening, failed) => server.once('error', failed).listen(port, '127.0.0.1', listening));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}
