import { XMLParser } from 'fast-xml-parser';

// Nothing is interpreted by the parser: values stay text (the operations table gives them their types), spaces stay
// (job code), and no entity of a document type is ever expanded.
const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
});

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Reads an XML answer into plain objects: an element with elements becomes an object, repeated ones an array, text
 * a string. The root (`<ListJobResponse>`, `<Error>`) is taken off; the documents' samples have none.
 * @throws Error when the text is no XML at all, or declares a document type
 */
export function parseXml(text: string): unknown {
  if (/<!DOCTYPE/i.test(text)) throw new Error('XML with a document type is not read');
  const tree = plain(parser.parse(text));
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return tree;
  const [[name, value] = ['', undefined], ...others] = Object.entries(tree);
  return others.length === 0 && /(Response|^Error)$/.test(name) ? value : tree;
}

function plain(node: unknown): unknown {
  if (typeof node === 'string') return unescape(node);
  if (Array.isArray(node)) return node.map(plain);
  if (typeof node !== 'object' || node === null) return node;
  const members = Object.entries(node as Record<string, unknown>);
  return Object.fromEntries(
    members.filter(([name]) => name !== '#text').map(([name, value]) => [name, plain(value)]),
  );
}

/** The five predefined entities and character references. */
function unescape(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi,
    (whole, hex: string, dec: string, name: string) => {
      if (name) return NAMED[name.toLowerCase()] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(dec);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
