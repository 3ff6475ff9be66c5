/**
 * Variables that npm sets for the script it runs, or that a debugger injects into every Node process. They describe
 * the caller, not the task: left in, they would reach the editor and the npm of another folder. Settings that a person
 * gave to npm itself (`npm_config_registry`, `npm_config_cache`, ...) stay.
 */
const CALLERS_OWN =
  /^(NODE_OPTIONS|INIT_CWD|npm_(package|lifecycle)_.*|npm_(command|node_execpath|config_((local|global)_)?prefix))$/;

/** A copy of `env` without what belongs to the calling npm or debugger. */
export function taskEnvironment(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !CALLERS_OWN.test(name)));
}
