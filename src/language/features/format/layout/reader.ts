import { END } from '../../../syntax/lexer/tokens.ts';
import type { TokenType } from '../../../syntax/lexer/tokens.ts';
import type { TokenFacts } from '../spacing.ts';
import type { LayoutNode, NodeBuilder, Part } from './node.ts';

/** The reading position in the tokens of a statement that is known to be valid. */
export class Reader {
  readonly facts: TokenFacts;
  readonly leadingCommas: boolean;
  /** Words whose parenthesis is no call. */
  readonly apart = new Set<number>();
  /** Tokens inside PATTERN's parentheses. */
  readonly pattern = new Set<number>();
  /** Tokens of `ARRAY<…>` and `MAP<…>`, where the angles are no operators. */
  readonly angles = new Set<number>();
  index = 0;
  private readonly types: readonly TokenType[];

  constructor(facts: TokenFacts, leadingCommas: boolean) {
    this.facts = facts;
    this.types = facts.tokens.types;
    this.leadingCommas = leadingCommas;
  }

  get type(): TokenType {
    return this.types[this.index] ?? END;
  }

  peek(distance: number): TokenType {
    return this.types[this.index + distance] ?? END;
  }

  at(type: TokenType): boolean {
    return this.type === type;
  }

  atAny(types: ReadonlySet<TokenType>): boolean {
    return types.has(this.type);
  }

  /** Whether a query begins here, parentheses around it aside. */
  atQuery(): boolean {
    let at = this.index;
    while (this.types[at] === '(') at++;
    const type = this.types[at];
    return type === 'SELECT' || type === 'WITH' || type === 'VALUES';
  }
}

export interface ListStyle {
  /** Where the first item may begin a line. */
  readonly first: Part['newLine'];
  /** Where the other items may. */
  readonly others: Part['newLine'];
  readonly indent: number;
  readonly keepsBlank?: boolean;
}

/** Reads items with commas between them into the parts of a node. */
export function readList(
  r: Reader,
  into: NodeBuilder,
  readItem: () => LayoutNode | undefined,
  { first, others, indent, keepsBlank = false }: ListStyle,
): void {
  let newLine = first;
  let level = first === 'never' ? 0 : indent;
  for (;;) {
    into.node(readItem(), newLine, level, keepsBlank);
    level = indent;
    if (!r.at(',')) return;
    const comma = r.index++;
    if (r.leadingCommas) {
      into.part({ from: comma, to: comma, newLine: others, indent, keepsBlank });
      newLine = 'never';
    } else {
      into.tokens(comma, comma, 'never', indent);
      newLine = others;
    }
  }
}
