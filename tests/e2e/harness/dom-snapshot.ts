/** A page or frame of either browser's driver. */
interface Evaluator {
  evaluate(work: () => string): Promise<string>;
}

/**
 * A page's document as text, one node a line: elements with their attributes, text, comments, open
 * shadow roots, what is typed into fields, and style sheets that are attached by script.
 *
 * Two snapshots are equal exactly when nobody changed the document in between, so a test can show
 * that a page is left as it was found.
 */
export function domSnapshot(page: Evaluator): Promise<string> {
  return page.evaluate(serialiseDocument);
}

/** Runs in the page: all it needs stands inside it. */
function serialiseDocument(): string {
  const lines: string[] = [];
  const write = (depth: number, text: string) => lines.push('  '.repeat(depth) + text);

  function writeSheets(root: Document | ShadowRoot, depth: number): void {
    for (const sheet of root.adoptedStyleSheets) {
      write(depth, `#adopted ${[...sheet.cssRules].map((rule) => rule.cssText).join(' ')}`);
    }
  }

  function visit(node: Node, depth: number): void {
    if (node instanceof Element) {
      const attributes = [...node.attributes].map(
        (one) => `${one.name}=${JSON.stringify(one.value)}`,
      );
      write(depth, ['<', node.localName, ...attributes.sort()].join(' '));
      if (node instanceof HTMLInputElement) write(depth, `#typed ${node.value} ${node.checked}`);
      if (node instanceof HTMLTextAreaElement) write(depth, `#typed ${node.value}`);
      if (node.shadowRoot) {
        write(depth, '#shadow');
        writeSheets(node.shadowRoot, depth + 1);
        for (const child of node.shadowRoot.childNodes) visit(child, depth + 1);
      }
    } else {
      write(depth, `${node.nodeName} ${JSON.stringify(node.nodeValue)}`);
    }
    for (const child of node.childNodes) visit(child, depth + 1);
  }

  writeSheets(document, 0);
  for (const child of document.childNodes) visit(child, 0);
  return lines.join('\n');
}
