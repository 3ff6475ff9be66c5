import { builtIns } from '../catalog/functions.ts';
import { Spelling } from './similar.ts';

/** The names a script declares. */
export interface DeclaredNames {
  /** Of tables and views, also of views declared further below. */
  readonly tables: readonly string[];
  readonly functions: readonly string[];
}

/**
 * The names a script may use, to find what was meant by one that is not known. Made when first asked for: in a script
 * without faults that is never.
 */
export class Spellings {
  private readonly names: DeclaredNames;
  private tableNames: Spelling | undefined;
  private functionNames: Spelling | undefined;
  /** What was known before the names changed: some of its answers hold. */
  private readonly former: { readonly tables?: Spelling; readonly functions?: Spelling };

  constructor(names: DeclaredNames, previous?: Spellings) {
    this.names = names;
    const tables = previous?.tableNames ?? previous?.former.tables;
    const functions = previous?.functionNames ?? previous?.former.functions;
    this.former = {
      ...(tables === undefined ? {} : { tables }),
      ...(functions === undefined ? {} : { functions }),
    };
  }

  /** Tables and views of the whole script. */
  get tables(): Spelling {
    return (this.tableNames ??= new Spelling(this.names.tables, this.former.tables));
  }

  /** Functions of the script, and those built in. */
  get functions(): Spelling {
    if (this.functionNames !== undefined) return this.functionNames;
    const names = [...this.names.functions];
    for (const { kind, name } of builtIns()) if (kind !== 'operator') names.push(name);
    return (this.functionNames = new Spelling(names, this.former.functions));
  }
}
