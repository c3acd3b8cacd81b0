import { afterAll, vi } from 'vitest';

/** Files of a worker are read in one life of it: what one has set would else stand while the next prepares itself. */
afterAll(() => vi.unstubAllEnvs());
