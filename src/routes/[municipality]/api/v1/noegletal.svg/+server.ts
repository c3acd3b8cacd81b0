import { isLanguage, load as loadMessages } from '$lib/i18n/messages.ts';
import { embedded } from './embedded.ts';
import { localeOf } from '$lib/results/locale.ts';
import { today } from '$lib/server/core/environment.ts';
import * as look from '$lib/server/look/look.ts';
import * as results from '$lib/server/results/results.ts';
import { roundFigures } from '$lib/server/results/round-figures.ts';
import { error } from '@sveltejs/kit';
import { readable } from '../../../reading.ts';
import type { RequestHandler } from './$types';

const CACHE_SECONDS = 600;

/** The newest round's key figure as a drawing, for anybody's page: it is always the figure that is published now. */
export const GET: RequestHandler = async (event) => {
	const { db, plan } = await readable(event);
	const kept = results.newest(db);
	const figures = kept && roundFigures(db, plan, kept, today());
	if (!figures || figures.headline.figure.state === 'hidden') error(404);
	const asked = event.url.searchParams.get('lang') ?? 'da';
	const language = isLanguage(asked) ? asked : 'da';
	const locale = localeOf(await loadMessages(language, 'results'), language);
	const { item, figure, outcome, period } = figures.headline;
	const svg = embedded(locale, {
		figure,
		municipality: plan.name,
		title: item ? locale.text(item.text) : locale.m.items.pooled(),
		goal: outcome?.goal ?? null,
		period: locale.span(period.months),
		address: `${event.url.host}/${plan.municipality}/resultater`,
		accent: look.read(db).accent
	});
	return new Response(svg, {
		headers: {
			'content-type': 'image/svg+xml; charset=utf-8',
			'cache-control': `public, max-age=${CACHE_SECONDS}`,
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
			// Other sites may show it.
			'cross-origin-resource-policy': 'cross-origin'
		}
	});
};
