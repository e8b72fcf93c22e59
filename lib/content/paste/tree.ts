/* Walking a pasted document. It is read with these few functions alone, so that a browser's tree and the server's behave alike. */

/** Deeper than any document that people write; what lies below is read as text. */
export const deepest = 200;

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

export function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

export function nameOf(element: Element): string {
  return element.localName.toLowerCase();
}

/** The element's classes as one text with a space at both ends, so that a whole name can be looked for. */
export function classesOf(element: Element): string {
  return ` ${element.getAttribute("class") ?? ""} `;
}

export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** Every element below the root, in reading order. Taken at once: the tree may be changed while the list is gone through. */
export function elementsIn(root: Node): Element[] {
  const found: Element[] = [];
  const open = childrenOf(root).reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue;
    found.push(node);
    for (const child of childrenOf(node).reverse()) open.push(child);
  }
  return found;
}

/** The nearest element around it, itself included, that the question is true of. */
export function nearest(element: Element, question: (one: Element) => boolean): Element | null {
  for (let one: Element | null = element; one; one = one.parentElement) if (question(one)) return one;
  return null;
}

export function isInside(root: Node, node: Node): boolean {
  for (let one: Node | null = node; one; one = one.parentNode) if (one === root) return true;
  return false;
}

/** Puts what an element holds in its place. */
export function unwrap(element: Element): void {
  const parent = element.parentNode;
  if (!parent) return;
  for (const child of childrenOf(element)) parent.insertBefore(child, element);
  parent.removeChild(element);
}

export function remove(node: Node): void {
  node.parentNode?.removeChild(node);
}

/** Gives an element another name; its attributes and what it holds stay. */
export function rename(element: Element, name: string): Element {
  const renamed = element.ownerDocument.createElement(name);
  for (const { name: attribute, value } of Array.from(element.attributes)) if (/^[a-z][a-z0-9-]*$/.test(attribute)) renamed.setAttribute(attribute, value);
  for (const child of childrenOf(element)) renamed.appendChild(child);
  element.parentNode?.replaceChild(renamed, element);
  return renamed;
}
