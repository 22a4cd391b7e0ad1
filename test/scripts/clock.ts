/** Loaded before a command, it has the clock stand still: CLOCK=2026-07-20T12:00:00Z. */
const now = Date.parse(process.env['CLOCK'] ?? '');
Date.now = () => now;
