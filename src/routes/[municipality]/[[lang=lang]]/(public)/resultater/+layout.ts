import { sayingOf } from '../../../goal-board/saying.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent, data }) => {
	const { language } = await parent();
	const say = await sayingOf(language);
	return { ...data, locale: say.locale, say };
};
