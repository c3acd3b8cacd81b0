import { today } from '$lib/calendar.ts';
import type { Language } from '$lib/i18n/messages.ts';
import * as outbox from '$lib/outbox/outbox.ts';
import { newId } from '$lib/survey/draft.ts';
import type { Draft } from '$lib/survey/answers.ts';
import type { Handout, HandoutRound } from '$lib/survey/handout.ts';
import type { NotOfferedReason } from '$lib/survey/submission.ts';
import * as grant from '$lib/tablet/grant.ts';
import { next, type Act, type Screen } from '$lib/tablet/handover.ts';
import { endOf, notAsked } from '$lib/tablet/submission.ts';

const empty = (id: string): Draft => ({ id, answers: {}, comment: '' });

/** What a running tablet goes by. It may be renewed between two handovers. */
type Running = {
	key: Handout['key'];
	round: HandoutRound;
	team: string | undefined;
};

/**
 * One handover after another: what is on the screen, and what is laid by and kept for it. Answers live here, in memory, from
 * *Giv skærmen* until the handover ends, and nowhere else.
 */
export class Handing {
	screen = $state.raw<Screen>({ at: 'caseworker' });
	language = $state<Language>('da');
	draft = $state<Draft>(empty(''));
	step = $state(0);
	/** The code to take home, as long as it is shown. */
	code = $state<string>();
	/** The page was loaded anew in somebody's hands. */
	isResumed = $state(false);
	/** The reason that was just noted, and can still be undone. */
	noted = $state.raw<{ id: string; reason: NotOfferedReason }>();

	/** Of today, in memory: it is gone with the page. */
	stock: string[] = [];
	#trail: number[] = [];
	#isBusy = false;

	constructor(
		/** `queue` is where its envelopes wait. */
		readonly place: { municipality: string; queue: string },
		readonly running: () => Running
	) {}

	/** After a start of the page: the handover of this tab goes on, empty; whatever else was laid by is let go as it is. */
	async resume(isAsking: boolean): Promise<void> {
		const { municipality, queue } = this.place;
		const id = grant.underWay(municipality);
		if (isAsking && id && (await outbox.held(queue)).includes(id)) {
			this.#begin(id);
			this.isResumed = true;
			return;
		}
		grant.end(municipality);
		await outbox.letGo(queue);
	}

	async give(): Promise<void> {
		if (this.#isBusy || this.screen.at !== 'caseworker') return;
		this.#isBusy = true;
		try {
			await this.settleNote();
			const { municipality, queue } = this.place;
			const { key } = this.running();
			// What a handover that went wrong may have left.
			await outbox.letGo(queue);
			const id = newId();
			await outbox.hold(queue, this.#endOf('declined', empty(id), 'da'), key);
			grant.begin(municipality, id);
			this.#begin(id);
		} finally {
			this.#isBusy = false;
		}
	}

	async act(act: Act): Promise<void> {
		const { screen, end } = next(this.screen, act);
		const { draft, language } = this;
		this.screen = screen;
		if (screen.at === 'thanks') this.code = undefined;
		if (screen.at === 'caseworker') this.#forget();
		if (!end) return;
		const submission = this.#endOf(end, $state.snapshot(draft), language);
		// From here on the screen knows nothing of what was said.
		this.draft = empty(draft.id);
		this.code = screen.at === 'home' ? this.stock.pop() : undefined;
		await outbox.keep(this.place.queue, submission, this.running().key);
		grant.end(this.place.municipality);
	}

	goTo(step: number): void {
		this.#trail.push(this.step);
		this.step = step;
	}

	/** One step back in the form, and from its first to the languages. */
	back(): void {
		if (this.screen.at === 'leaving') return void this.act({ name: 'stay' });
		if (this.screen.at !== 'asking') return;
		if (this.step === 0) return void this.act({ name: 'languages' });
		this.step = this.#trail.pop() ?? this.step - 1;
	}

	/** It can be undone for a moment: until then it is only laid by. */
	async note(reason: NotOfferedReason): Promise<void> {
		await this.settleNote();
		const id = newId();
		await outbox.hold(this.place.queue, this.#notAsked(id, reason), this.running().key);
		this.noted = { id, reason };
	}

	async undoNote(): Promise<void> {
		const { noted } = this;
		this.noted = undefined;
		if (noted) await outbox.discard(this.place.queue, noted.id);
	}

	async settleNote(): Promise<void> {
		const { noted } = this;
		this.noted = undefined;
		if (!noted) return;
		const submission = this.#notAsked(noted.id, noted.reason);
		await outbox.keep(this.place.queue, submission, this.running().key);
	}

	/** The page goes out of sight of its own code: nothing may stand in it when it comes back. */
	forgetAll(): void {
		this.#forget();
		this.screen = { at: 'caseworker' };
	}

	#begin(id: string): void {
		this.#forget();
		this.draft = empty(id);
		this.screen = next({ at: 'caseworker' }, { name: 'give' }).screen;
	}

	#forget(): void {
		this.draft = empty('');
		this.language = 'da';
		this.step = 0;
		this.code = undefined;
		this.isResumed = false;
		this.#trail = [];
	}

	#endOf(end: Parameters<typeof endOf>[0], draft: Draft, language: Language) {
		const { round, team } = this.running();
		return endOf(end, { round, team, today: today(), draft, language });
	}

	#notAsked(id: string, reason: NotOfferedReason) {
		const { round, team } = this.running();
		return notAsked(id, reason, { round, team, today: today() });
	}
}
