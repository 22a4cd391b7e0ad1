function target(path: string): string {
  const [page = '', fragment] = path.split('#', 2);
  const file = page === '' || page.endsWith('/') ? `${page}index.html` : page;
  return fragment === undefined ? file : `${file}#${fragment}`;
}

/**
 * Relative link from one place of the site to another, good on a server's sub-folder and on a disk alike.
 * `from` is the folder of the page ('' or 'clients/…/'), `to` a page's folder or a file under the site's root, with
 * or without `#fragment`, or a folder at a whole address; a page's `index.html` is spelled out, since nothing adds it for a file.
 */
export function href(from: string, to: string): string {
  if (to.startsWith('https://')) return `${to}index.html`;
  const here = from.split('/').slice(0, -1);
  const there = target(to).split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}
