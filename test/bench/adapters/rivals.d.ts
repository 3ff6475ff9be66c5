/** What the bench uses of packages that are installed for it alone, and not where the type checker looks. */
declare module 'dt-sql-parser/dist/parser/flink/index.js' {
  export class FlinkSQL {
    parse(text: string, onError: (error: object) => void): object;
  }
}

declare module 'node-sql-parser/build/flinksql.js' {
  export class Parser {
    astify(text: string, options: { database: string }): object;
  }
}

declare module 'sql-formatter' {
  export function format(text: string, options: { language: string }): string;
}
