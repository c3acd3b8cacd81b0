import { isLanguage } from '$lib/i18n/messages.ts';
import * as look from '$lib/server/look/look.ts';
import * as municipality from '$lib/server/municipality.ts';
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/**
 * One installed app per municipality: its own start, scope and name. It opens in the language that it was installed in; a
 * tablet's opens as the tablet, and fills the screen.
 */
export const GET: RequestHandler = ({ params, url }) => {
	const found = municipality.find(params.municipality);
	if (!found) error(404);
	const { plan } = found;
	const home = `/${plan.municipality}`;
	const language = url.searchParams.get('lang') ?? '';
	const isTablet = url.searchParams.has('tablet');
	const inLanguage = isLanguage(language) && language !== 'da' ? `${home}/${language}` : home;
	const icon = (src: string, sizes: string, purpose = 'any') => ({
		src,
		sizes,
		type: src.endsWith('.svg') ? 'image/svg+xml' : 'image/png',
		purpose
	});
	const screenshot = (
		src: string,
		sizes: string,
		form_factor: 'narrow' | 'wide',
		label: string
	) => ({
		src,
		sizes,
		type: 'image/png',
		form_factor,
		label
	});
	return json(
		{
			id: isTablet ? `${home}/tablet` : home,
			name: isTablet ? `Øjenhøjde, tablet – ${plan.name}` : `Øjenhøjde – ${plan.name}`,
			short_name: 'Øjenhøjde',
			description: plan.question.da,
			lang: 'da',
			dir: 'ltr',
			start_url: isTablet ? `${home}/tablet` : inLanguage,
			scope: home,
			display: isTablet ? 'fullscreen' : 'standalone',
			background_color: '#ffffff',
			theme_color: look.read(found.db).accent,
			icons: [
				icon('/icon.svg', 'any'),
				icon('/icon-192.png', '192x192'),
				icon('/icon-512.png', '512x512'),
				icon('/icon-maskable-192.png', '192x192', 'maskable'),
				icon('/icon-maskable-512.png', '512x512', 'maskable')
			],
			screenshots: [
				screenshot('/screenshot-phone.png', '720x1480', 'narrow', 'Et udsagn og fem svar'),
				screenshot('/screenshot-desk.png', '1280x800', 'wide', 'Resultatet i forhold til målet')
			]
		},
		{ headers: { 'content-type': 'application/manifest+json', 'cache-control': 'max-age=3600' } }
	);
};
