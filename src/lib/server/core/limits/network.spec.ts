import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkOf, networkOfAddress } from './network.ts';

describe('the network that somebody asks from', () => {
	it.each([
		['192.0.2.1', '192.0.2.1'],
		['192.0.2.1:50312', '192.0.2.1'],
		['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
		['2001:DB8:0001:0002::9', '2001:db8:1:2'],
		['[2001:db8:1:2::9]:443', '2001:db8:1:2'],
		['2001:db8::1', '2001:db8:0:0'],
		['2001:db8::2', '2001:db8:0:0'],
		['fe80::1%eth0', 'fe80:0:0:0'],
		['::1', '0:0:0:0'],
		['::ffff:192.0.2.1', '192.0.2.1'],
		['::ffff:c000:201', '192.0.2.1'],
		['64:ff9b::192.0.2.1', '64:ff9b:0:0'],
		['1:2:3:4:5:6:7:8:9::', '1:2:3:4:5:6:7:8:9::'],
		['', ''],
		['unknown', 'unknown']
	])('of "%s" is "%s"', (address, network) => {
		expect(networkOfAddress(address)).toBe(network);
	});

	it('is found whatever stands in the header, and is never long', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6()), (address) => {
				expect(networkOfAddress(address).length).toBeLessThanOrEqual(64);
			})
		);
	});

	it('is one and the same for all whom the proxy says nothing of', () => {
		const getClientAddress = () => {
			throw new Error('Address header was specified but is absent from request');
		};
		expect(networkOf({ getClientAddress })).toBe('unknown');
	});
});
