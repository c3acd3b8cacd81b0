import type { LayoutLoad } from './$types';

// Pages of the public only show: as the server draws them, nothing of them need come to life (`still.ts`). No browser knows
// them as pages of the app (`src/build/pages.ts`): a link to one of them goes to the server.
export const csr = false;

export const load: LayoutLoad = () => ({ isStill: true });
