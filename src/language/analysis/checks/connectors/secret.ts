import type { Check } from '../check.ts';
import { isPlaceholderValue, keyOf, tableFacts } from './facts.ts';

const SECRET =
  /^(?:access_?key|access_?key_?secret|secret_?key|password|passwd|pwd|stsaccesskey|token)$|password$/;

/** Whether the value of a key of WITH is a secret. */
export const isSecretKey = (key: string): boolean => SECRET.test(key.toLowerCase());

export const secret: Check = {
  id: 'secret',
  severity: 'warning',
  title: { en: 'Secret in the code', zh: '代码中含有密钥' },
  explain: {
    en: 'Passwords and access keys in the code are seen by everybody who may read the job, and stay in its versions. Use a job parameter such as ${password}, or roleArn.',
    zh: '写在代码中的密码和 AccessKey 会被所有能查看作业的人看到，并留在历史版本中。请使用 ${password} 这样的作业参数，或 roleArn。',
  },
  bad: "CREATE TABLE t (a INT) WITH (type = 'rds', url = 'jdbc:mysql://h/d', tableName = 't', userName = 'u', password = 'Zq81!kd0');",
  good: "CREATE TABLE t (a INT) WITH (type = 'rds', url = 'jdbc:mysql://h/d', tableName = 't', userName = 'u', password = '${password}');",
  statement(context) {
    for (const property of tableFacts(context)?.properties ?? []) {
      const key = keyOf(property);
      const { value, start, end } = property.value;
      if (!isSecretKey(key) || isPlaceholderValue(value) || value.includes('<')) continue;
      const parameter = `\${${property.key.parts.at(-1)?.name ?? 'secret'}}`;
      context.report({
        start,
        end,
        message: {
          en: `This looks like a secret. Write a job parameter such as '${parameter}' and set its value beside the code.`,
          zh: `此处疑似密钥。请改用作业参数，例如 '${parameter}'，并在作业参数中设置其值。`,
        },
        fixes: [
          {
            title: { en: `Replace by '${parameter}'`, zh: `替换为 '${parameter}'` },
            edits: [{ start, end, text: `'${parameter}'` }],
          },
        ],
      });
    }
  },
};
