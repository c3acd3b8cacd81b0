import process from 'node:process';
import { listen } from './signals.ts';

// All else takes a while to load, and longer where the machine is busy.
listen(process);
await import('./server.ts');
