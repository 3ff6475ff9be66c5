import type { Page } from '../model.ts';

const PAGE_SIZE = 100;
const CONCURRENCY = 4;

/** The paging members of a request. */
export interface PageRequest {
  readonly pageIndex: number;
  readonly pageSize: number;
}

interface PageMembers {
  readonly PageIndex?: number;
  readonly PageSize?: number;
  readonly TotalPage?: number;
  readonly TotalCount?: number;
}

/** Makes a page of the model; totals the service leaves out follow from what it sent. */
export function readPage<T>(reply: PageMembers, items: readonly T[], asked: PageRequest): Page<T> {
  const pageIndex = reply.PageIndex ?? asked.pageIndex;
  const size = Math.max(1, reply.PageSize ?? asked.pageSize);
  const seen = (pageIndex - 1) * size + items.length;
  const totalCount = reply.TotalCount ?? seen;
  // Without any total, a full page means there may be another one.
  const counted =
    reply.TotalCount === undefined && items.length >= size ? pageIndex + 1 : Math.ceil(totalCount / size);
  return { items, pageIndex, totalPages: reply.TotalPage ?? counted, totalCount };
}

/**
 * Reads all pages, some at a time. Things created or deleted meanwhile may shift between pages, so each key is kept
 * once.
 * @param fetch reads one page
 */
export async function allPages<T>(
  fetch: (page: PageRequest) => Promise<Page<T>>,
  keyOf: (item: T) => string,
): Promise<readonly T[]> {
  const first = await fetch({ pageIndex: 1, pageSize: PAGE_SIZE });
  const pages = [first];
  let total = first.totalPages;
  for (let next = 2; next <= total;) {
    const count = Math.min(CONCURRENCY, total - next + 1);
    const from = next;
    const batch = Array.from({ length: count }, (_, index) =>
      fetch({ pageIndex: from + index, pageSize: PAGE_SIZE }),
    );
    const read = await Promise.all(batch);
    next += count;
    pages.push(...read);
    // An empty page ends the reading whatever the totals say.
    if (read.some(page => page.items.length === 0)) break;
    total = Math.max(total, ...read.map(page => page.totalPages));
  }
  return [...new Map(pages.flatMap(page => page.items).map(item => [keyOf(item), item])).values()];
}
