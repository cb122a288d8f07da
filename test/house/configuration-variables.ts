import { readConfiguration } from '#kernel';

/** The names of all variables that `readConfiguration` asks its environment for. */
export function variablesOf(): Set<string> {
  const asked = new Set<string>();
  const sandboxOnTheNetwork: Record<string, string> = { SANDBOX: 'true', HOST: '0.0.0.0' };
  const environment = new Proxy(sandboxOnTheNetwork, {
    get(values, name) {
      if (typeof name === 'string') asked.add(name);
      return typeof name === 'string' ? values[name] : undefined;
    },
  });
  try {
    readConfiguration(environment);
  } catch {
    // it lists what is missing; here only the questions matter
  }
  return asked;
}
