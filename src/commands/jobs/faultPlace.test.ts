import { describe, expect, it } from 'vitest';
import { placeFault } from './faultPlace.ts';

const CODE = "CREATE TABLE s (a INT) WITH (type = 'print');\r\nINSERT INTO s SELECT b FROM s;\n";
const framed = (cause: string) =>
  `ERR_ID:\n     SQL-00120001\nCAUSE:\n     ${cause}\nACTION:\n     Fix it.\n`;

describe('placeFault', () => {
  it('finds the characters that a framed error speaks of, in the lines of the code', async () => {
    const fault = await placeFault(
      framed("From line 2, column 22 to line 2, column 22: Column 'b' not found"),
      CODE,
    );
    expect(fault).toMatchObject({ start: { line: 1, column: 21 }, end: { line: 1, column: 22 } });
    expect(fault?.message).toContain("Column 'b' not found");
    expect(fault?.message).not.toContain('ERR_ID');
  });

  it('has nothing to say of an error that is not one of the code', async () => {
    expect(await placeFault('Heartbeat of TaskManager timed out, line 1, column 2', CODE)).toBeUndefined();
  });
});
