const SVG = 'http://www.w3.org/2000/svg';
const ELEMENT = 1;
const TEXT = 3;

/** One element or text, as Plot makes it and `paint` reads it. */
interface Node {
  readonly localName: string;
  readonly nodeType: typeof ELEMENT | typeof TEXT;
  readonly attributes: Map<string, string>;
  /** What a text says; '' of an element. */
  readonly words: string;
  childNodes: Node[];
  parentNode: Node | null;
}

function made(nodeType: Node['nodeType'], localName: string, words = ''): Node {
  return Object.assign(Object.create(DOM) as object, { localName, nodeType, attributes: new Map(), words, childNodes: [], parentNode: null });
}

const wordsOf = (node: Node): string => (node.nodeType === TEXT ? node.words : node.childNodes.map(wordsOf).join(''));

/** What every node can do. */
const DOM = {
  namespaceURI: SVG,
  get ownerDocument(): object {
    return sketching;
  },
  getAttribute(this: Node, name: string): string | null {
    return this.attributes.get(name) ?? null;
  },
  hasAttribute(this: Node, name: string): boolean {
    return this.attributes.has(name);
  },
  setAttribute(this: Node, name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  },
  setAttributeNS(this: Node, _: string, name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  },
  removeAttribute(this: Node, name: string): void {
    this.attributes.delete(name);
  },
  insertBefore(this: Node, child: Node, next: Node | null): Node {
    const parent = child.parentNode;
    if (parent !== null) parent.childNodes = parent.childNodes.filter((one) => one !== child);
    child.parentNode = this;
    this.childNodes.splice(next === null ? this.childNodes.length : this.childNodes.indexOf(next), 0, child);
    return child;
  },
  appendChild(this: Node, child: Node): Node {
    return DOM.insertBefore.call(this, child, null);
  },
  get children(): readonly Node[] {
    return (this as unknown as Node).childNodes.filter(({ nodeType }) => nodeType === ELEMENT);
  },
  get textContent(): string {
    return wordsOf(this as unknown as Node);
  },
  set textContent(words: string | null) {
    (this as unknown as Node).childNodes = [made(TEXT, '#text', String(words ?? ''))];
  },
};

const sketching = { documentElement: made(ELEMENT, 'svg'), createElementNS: (_: string, name: string) => made(ELEMENT, name) };

/**
 * The document that Plot draws into: SVG elements with their attributes and texts, and no more of the DOM than Plot's marks and
 * `paint` ask for; what else is asked throws. A whole DOM takes twice the time, most of it for events and attributes that
 * nobody hears of.
 */
export const document = sketching as unknown as Document;
