import { beforeEach, expect, it, vi } from 'vitest';

const asked: unknown[] = [];
beforeEach(() => {
	vi.resetModules();
	asked.length = 0;
	const serviceWorker = { register: (script: unknown) => asked.push(script) };
	vi.stubGlobal('navigator', { serviceWorker });
});

it('is sent for by the one address that its policy knows, where a browser asks for a policy', async () => {
	const createPolicy = vi.fn(
		(name: string, { createScriptURL }: { createScriptURL: () => string }) => ({
			createScriptURL: () => ({ by: name, url: createScriptURL() })
		})
	);
	vi.stubGlobal('trustedTypes', { createPolicy });
	const { register } = await import('./own-worker.ts');
	await register();
	await register();
	expect(createPolicy).toHaveBeenCalledTimes(1);
	expect(asked).toEqual(Array(2).fill({ by: 'worker', url: '/service-worker.js' }));
});

it('is sent for by its address where a browser does not ask', async () => {
	const { register } = await import('./own-worker.ts');
	await register();
	expect(asked).toEqual(['/service-worker.js']);
});
