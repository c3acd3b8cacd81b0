import { afterAll } from 'vitest';
import { closeAll } from '../../src/lib/server/core/database.ts';

/** A municipality's file is known by its name alone: one that was left open would be the next file's of tests, in another folder. */
afterAll(closeAll);
