import { describe, expect, it } from 'vitest';
import { sectionsOf } from './precache.ts';

describe('what a device keeps', () => {
	const sections = sectionsOf({
		'.svelte-kit/generated/client-optimized/app.js': {
			file: 'app.js',
			dynamicImports: [
				'_home',
				'src/lib/i18n/messages/da/citizen.json',
				'src/lib/i18n/messages/ar/citizen.json',
				'src/lib/i18n/messages/ar/tablet.json',
				'src/lib/i18n/messages/ar/results.json',
				'src/routes/tablet/+page.svelte',
				'src/routes/mit-billede/+page.svelte'
			]
		},
		_home: { file: 'home.js', imports: ['_everybodys'] },
		'src/routes/tablet/+page.svelte': { file: 'tablet.js', imports: ['_shared', '_everybodys'] },
		'src/routes/mit-billede/+page.svelte': {
			file: 'picture.js',
			imports: ['_shared', '_everybodys'],
			dynamicImports: ['src/routes/intern/+page.svelte']
		},
		'src/lib/i18n/messages/da/citizen.json': { file: 'da.js' },
		'src/lib/i18n/messages/ar/citizen.json': { file: 'ar.js' },
		'src/lib/i18n/messages/en/citizen.json': { file: 'en.js' },
		'src/lib/i18n/messages/ar/tablet.json': { file: 'ar-tablet.js' },
		'src/lib/i18n/messages/ar/results.json': { file: 'ar-results.js' },
		_shared: { file: 'shared.js', css: ['shared.css'] },
		_everybodys: { file: 'everybodys.js' },
		'src/routes/intern/+page.svelte': { file: 'staff.js' }
	});

	it.each([
		['home.js', ['']],
		['everybodys.js', ['']],
		['tablet.js', ['tablet']],
		['picture.js', ['mit-billede']],
		// Each of them must open without network on a device that never opened the other.
		['shared.js', ['mit-billede', 'tablet']],
		['shared.css', ['mit-billede', 'tablet']],
		['da.js', ['']],
		// A device keeps the words of the languages that it is used in.
		['ar.js', ['sprog-ar']],
		['ar-tablet.js', ['tablet']],
		['ar-results.js', undefined],
		['staff.js', undefined]
	])('%s belongs to %j', (file, wanted) => expect(sections.get(file)).toEqual(wanted));
});
