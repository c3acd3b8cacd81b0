import { sayingOf } from '../../goal-board/saying.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async () => ({ say: await sayingOf() });
