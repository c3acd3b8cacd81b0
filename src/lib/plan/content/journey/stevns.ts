import type { JourneyModel } from '../../../journey/model.ts';
import { areas } from './stevns-areas.ts';
import { kinds } from './stevns-kinds.ts';
import { relations } from './stevns-relations.ts';

/**
 * Written from Stevns' plan, whose own figure is missing from the text we have: this is not a copy of it.
 * The shipped default: a plan without a model of its own shows this one, and says whose it is.
 */
export const stevnsJourney: JourneyModel = {
	id: 'stevns-2024',
	municipality: 'Stevns Kommune',
	plan: 'Stevns Kommunes beskæftigelsesplan 2024-2026',
	kinds,
	areas,
	relations
};
