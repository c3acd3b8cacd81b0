const PATH = '/service-worker.js';

type Policy = { createScriptURL: (asked: string) => string };
type Policies = { createPolicy: (name: string, policy: Policy) => Policy };
const { trustedTypes } = globalThis as { trustedTypes?: Policies };

/** Pages take no address of a script that is text (`src/build/policy.mjs`): this policy knows one, whatever it is asked. */
const policy = trustedTypes?.createPolicy('worker', { createScriptURL: () => PATH });

/** Sends for the worker. */
export const register = (): Promise<ServiceWorkerRegistration> =>
	navigator.serviceWorker.register(policy?.createScriptURL('') ?? PATH);
