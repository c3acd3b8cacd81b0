import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { download } from './download.ts';

const link = { href: '', download: '', hidden: false, click: vi.fn(), remove: vi.fn() };
const standing: unknown[] = [];
const files = new Map<string, Blob>();

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('document', {
		createElement: () => link,
		body: { append: (element: unknown) => standing.push(element) }
	});
	vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
		files.set('blob:it', file as Blob);
		return 'blob:it';
	});
	vi.spyOn(URL, 'revokeObjectURL').mockImplementation((address) => void files.delete(address));
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
	vi.useRealTimers();
});

it('keeps a file that a browser reads late', async () => {
	download('koder.csv', 'kode\nABC', 'text/csv;charset=utf-8');
	expect(link).toMatchObject({ href: 'blob:it', download: 'koder.csv' });
	expect(standing).toContain(link);
	expect(link.click).toHaveBeenCalledOnce();
	expect(link.remove).toHaveBeenCalledOnce();
	vi.advanceTimersByTime(40_000);
	expect(await files.get(link.href)?.text()).toBe('kode\nABC');
});

it('lets it go in the end', () => {
	download('mit-billede.json', '{}', 'application/json');
	vi.advanceTimersByTime(120_000);
	expect(files.size).toBe(0);
});
