import { languageOf } from '$lib/i18n/messages.ts';
import { inLanguage } from '$lib/i18n/wording.ts';
import { headOf, withColours } from '$lib/look/head.ts';
import { troubleOf } from '$lib/server/core/trouble.ts';
import * as look from '$lib/server/look/look.ts';
import type { Municipality } from '$lib/server/municipality.ts';
import { isStaffRoute } from '$lib/server/staff/roles.ts';
import type { Handle } from '@sveltejs/kit';

/**
 * A municipality's own colours in every page of its, and in citizens' pages what others are told who get a link to them. No
 * script of a page knows of it: it is written into what the server sends.
 */
export const dressed =
	(find: (slug: string) => Municipality | undefined): Handle =>
	({ event, resolve }) => {
		const { municipality: slug, lang } = event.params;
		if (slug === undefined) return resolve(event);
		const found = (): Municipality | undefined => {
			try {
				return find(slug);
			} catch (problem) {
				if (!troubleOf(problem)) throw problem;
				// Said by the page itself.
				return undefined;
			}
		};
		return resolve(event, {
			transformPageChunk: ({ html }) => {
				const place = html.includes('</head>') ? found() : undefined;
				if (!place) return html;
				const { accent, colours } = look.read(place.db);
				const coloured = look.isOwn(place.db) ? withColours(html, colours) : html;
				const isStaffs = isStaffRoute(event.route.id);
				return headOf(coloured, {
					accent,
					...(!isStaffs && {
						told: {
							site: place.plan.name,
							about: inLanguage(place.plan.question, lang ?? 'da'),
							picture: `${event.url.origin}/${place.plan.municipality}/billede.png`,
							language: languageOf(lang).html
						}
					})
				});
			}
		});
	};
