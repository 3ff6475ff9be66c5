import { LineMap } from '../syntax/positions.ts';
import { parseScript } from '../syntax/script.ts';
import type { PlacedStatement, Script } from '../syntax/script.ts';
import type { Problem } from '../syntax/problems.ts';
import { nameText } from '../syntax/tree/base.ts';
import { frame } from './envelope.ts';
import type { ServiceFault } from './envelope.ts';
import { grammarFault, grammarText } from './grammarFault.ts';
import { jobModel, propertiesOf, roleOf } from './jobModel.ts';
import type { JobModel, Role } from './jobModel.ts';
import { queryFault } from './queryFaults.ts';
import { couldNotCreate, tableFault } from './tableFault.ts';

/** One table a job reads or writes, as ValidateJob names it (foas 2018-11-11, reply member JobInOut). */
export interface JobTable {
  /** Connector type, as written in the table's WITH clause. */
  readonly type: string;
  /** The table's name inside the job. */
  readonly alias: string;
  /** The name in the external system (topic, table ...), or the alias when none is given. */
  readonly name: string;
  readonly workspace: string;
  /** WITH properties, keys in lower case. */
  readonly properties: Readonly<Record<string, string>>;
}

/** The answer to a job that compiles: its tables by role, in the order of the script. */
export interface ValidJob {
  readonly ok: true;
  readonly inputs: readonly JobTable[];
  readonly outputs: readonly JobTable[];
  readonly dims: readonly JobTable[];
}

/** The answer to a job that does not: the service's own error text with its ERR_ID. */
export interface InvalidJob {
  readonly ok: false;
  readonly message: string;
  /** The outermost ERR_ID, such as `PAR-00000001`. */
  readonly code: string;
}

/** Properties that name the thing outside, by how often connectors use them. */
const NAME_KEYS = ['topic', 'tablename', 'table', 'logstore', 'index', 'queue', 'path', 'collection'];

/** A target that stands for the log and needs no declaration. */
const CONSOLE = 'console';

/**
 * Judges a job's code as the service's ValidateJob does: the first fault in its words, or the tables by role. Besides
 * grammar it finds what a person meets first (unknown tables and columns, tables that cannot be created, counts that
 * differ), and says nothing where it is not certain.
 */
export function validateJobCode(
  code: string,
  options: { readonly workspace: string },
): ValidJob | InvalidJob {
  const script = parseScript(code);
  const fault = firstFault(script);
  if (fault !== undefined) return { ok: false, message: frame(fault), code: fault.code };
  const model = jobModel(script);
  const tables = (role: Role): JobTable[] =>
    model.tables
      .filter(({ node }) => roleOf(node, model) === role)
      .map(({ node }) => jobTable(node, options.workspace));
  return { ok: true, inputs: tables('source'), outputs: tables('sink'), dims: tables('dim') };
}

function jobTable(table: JobModel['tables'][number]['node'], workspace: string): JobTable {
  const properties = propertiesOf(table);
  const alias = nameText(table.name);
  const key = NAME_KEYS.find(item => properties[item] !== undefined);
  const name = key === undefined ? alias : (properties[key] ?? alias);
  return { type: properties['type'] ?? '', alias, name, workspace, properties };
}

/** The service's order: parse all statements, check tables, check targets, register, then look at the queries. */
function firstFault(script: Script): ServiceFault | undefined {
  const lines = new LineMap(script.text);
  const refused = firstProblem(script, problem => problem.kind !== 'ddl');
  if (refused !== undefined) return grammarFault(lines, ...refused);
  const badTable = firstProblem(script, problem => !problem.id.startsWith('watermark'));
  if (badTable !== undefined) return grammarFault(lines, ...badTable);
  const model = jobModel(script);
  return targetFault(model) ?? registrationFault(model, lines) ?? queryFault(model, lines);
}

function firstProblem(
  script: Script,
  isMeant: (problem: Problem) => boolean,
): [PlacedStatement, Problem] | undefined {
  for (const placed of script.statements) {
    const problem = placed.statement.problems.find(isMeant);
    if (problem !== undefined) return [placed, problem];
  }
  return undefined;
}

function targetFault(model: JobModel): ServiceFault | undefined {
  if (model.inserts.length === 0) {
    const cause =
      'No output table have been created yet. A program needs at least one output table that consumes data.';
    return { code: 'SQL-00000001', cause };
  }
  const declared = new Set(model.tables.map(({ node }) => nameText(node.name)));
  const targets = model.inserts.map(({ node }) => nameText(node.target));
  const unknown = targets.find(
    name => !declared.has(name) && name.toLowerCase() !== CONSOLE && !name.includes('${'),
  );
  if (unknown === undefined) return undefined;
  return { code: 'PAR-00000001', cause: `sql parse context error:\nUndefined target table [${unknown}]` };
}

function registrationFault(model: JobModel, lines: LineMap): ServiceFault | undefined {
  for (const { node, placed } of model.tables) {
    const role = roleOf(node, model);
    const fault = tableFault(node, role);
    if (fault !== undefined) return fault;
    const [problem] = placed.statement.problems;
    if (problem !== undefined) return couldNotCreate(node, role, grammarText(lines, placed, problem));
  }
  return undefined;
}
