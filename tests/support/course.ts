import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Site } from './site.ts';

/** A list as a case system would give it. */
export const csv = (...lines: string[]): { name: string; mimeType: string; buffer: Buffer } => ({
	name: 'liste.csv',
	mimeType: 'text/csv',
	buffer: Buffer.from(['Sagsnøgle;Startdato;Slutdato;Team', ...lines].join('\n'))
});

/** Begins a course of interviews and goes to its draw. @returns the course's address */
export async function begin(page: Page, site: Site, wanted = 3): Promise<string> {
	await page.goto(`${site.url}/stevns/intern/interviewforloeb`);
	await page
		.getByRole('link', { name: /Begynd forløbet.*Borgerinterview/ })
		.first()
		.click();
	await page.getByLabel('Hvor mange borgere skal interviewes?').fill(String(wanted));
	await page.getByLabel('Inger Vestergaard (udvalgsformand)').check();
	await page.getByRole('button', { name: 'Begynd forløbet' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Borgerinterview');
	return page.url();
}

/** Types one's number to a draw. */
export async function type(page: Page, course: string, number: string): Promise<void> {
	await page.goto(`${course}/lodtraekning`);
	await page.getByLabel('Dit tal').fill(number);
	await page.getByRole('button', { name: 'Tast tallet' }).click();
}

/** What lies on the device for the interviews of Stevns, as it lies there. */
export const offlineNotes = (page: Page): Promise<string> =>
	page.evaluate(
		() =>
			new Promise<string>((resolve, reject) => {
				const opening = indexedDB.open('oejenhoejde-noter-stevns');
				opening.onerror = () => reject(new Error('no offlineNotes'));
				opening.onsuccess = () => {
					const all = opening.result.transaction('sealed').objectStore('sealed').getAll();
					all.onsuccess = () => {
						opening.result.close();
						resolve(JSON.stringify(all.result));
					};
				};
			})
	);
