import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolder } from '../../scripts/server.ts';

let folder = '';
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'server-'));
  for (const site of ['old', 'new']) {
    mkdirSync(join(folder, site, 'clients', 'ash & co'), { recursive: true });
    mkdirSync(join(folder, site, 'data'));
    writeFileSync(join(folder, site, 'index.html'), site);
    writeFileSync(join(folder, site, 'clients', 'ash & co', 'index.html'), `client ${site}`);
    writeFileSync(join(folder, site, 'data', 'measures.csv'), 'a,b');
  }
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'site-secret.txt'), 'secret');
  symlinkSync('old', join(folder, 'site'));
  symlinkSync('../secret.txt', join(folder, 'old', 'link.txt'));
  ({ server } = await serveFolder(join(folder, 'site'), 0));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks with the path as it stands, which `fetch` would tidy. */
function ask(path: string, options: { method?: string; host?: string } = {}): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const headers = { host: options.host ?? `127.0.0.1:${port}` };
    request({ host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers }, (response) => {
      let body = '';
      response.on('data', (piece) => (body += String(piece)));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

test('listens to this machine alone', () => {
  expect((server.address() as AddressInfo).address).toBe('127.0.0.1');
});

test('gives files with their types, and the page of a folder', async () => {
  expect(await ask('/')).toMatchObject({
    status: 200,
    body: 'old',
    headers: { 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff' },
  });
  expect(await ask('/data/measures.csv?x#y')).toMatchObject({ status: 200, body: 'a,b', headers: { 'content-type': 'text/csv; charset=utf-8' } });
  expect(await ask('/clients/ash%20%26%20co/')).toMatchObject({ status: 200, body: 'client old' });
  expect(await ask('/clients/ash%20%26%20co')).toMatchObject({ status: 301, headers: { location: '/clients/ash%20&%20co/' } });
  expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '', headers: { 'content-length': '3' } });
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/data/../../secret.txt',
  '/../site-secret.txt',
  '/..%5csecret.txt',
  '/link.txt',
  '//etc/passwd',
  '/missing',
  '/data/',
])('has nothing at %s', async (path) => {
  expect(await ask(path)).toMatchObject({ status: 404, body: '404\n' });
});

test.each(['/%', '/%00', '/index.html%00.csv', 'x'])('does not understand %s', async (path) => {
  expect((await ask(path)).status).toBe(400);
});

test('answers no other method and no other host', async () => {
  expect(await ask('/', { method: 'POST' })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  expect((await ask('/', { host: 'evil.example' })).status).toBe(403);
  expect((await ask('/', { host: 'localhost:80' })).status).toBe(200);
});

test('shows the new site as soon as the link moves', async () => {
  symlinkSync('new', join(folder, 'next'));
  renameSync(join(folder, 'next'), join(folder, 'site'));
  expect((await ask('/')).body).toBe('new');
});
