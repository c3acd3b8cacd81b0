import { textOf } from '$lib/server/core/form-data.ts';
import type { Start } from '$lib/server/tablet/tablets.ts';

/** What `Choice.svelte` asks for: `<round>/<team>` in one field, and what stands on the tablet. */
export function chosenFrom(data: FormData): Start {
	const [round = '', team] = textOf(data, 'asked').split('/');
	return {
		round,
		team: team || undefined,
		label: textOf(data, 'label').trim()
	};
}

/** The two fields as they were filled in. */
export const givenIn = (data: FormData): { asked: string; label: string } => ({
	asked: textOf(data, 'asked'),
	label: textOf(data, 'label')
});

export const aboutOf = ({
	round,
	team,
	label
}: Pick<Start, 'round' | 'label'> & { team?: string | null }): string =>
	[round, team, label].filter(Boolean).join(' · ');
