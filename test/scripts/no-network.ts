import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const told = process.env['REQUESTS']!;

/** Writes down what was asked for, and fails it: whoever swallows the error is found out all the same. */
function refused(what: string) {
  return (...words: readonly unknown[]): never => {
    appendFileSync(told, `${what} ${JSON.stringify(words[0]) ?? ''}\n${new Error().stack}\n`);
    throw new Error(`no network: ${what}`);
  };
}

// Every way out of Node.js goes through one of these: http, https, tls and fetch connect a socket.
Object.assign(net.Socket.prototype, { connect: refused('connect') });
Object.assign(dgram.Socket.prototype, { send: refused('send'), connect: refused('connect') });
for (const part of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
  for (const name of Object.getOwnPropertyNames(part).filter((one) => /^(lookup|resolve|reverse)/.test(one))) Object.assign(part, { [name]: refused(name) });
syncBuiltinESMExports();
