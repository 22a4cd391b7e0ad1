import fc from 'fast-check';

/** Property tests draw the same examples in every run; FUZZ_SEED draws others. */
fc.configureGlobal({ seed: Number(process.env['FUZZ_SEED'] ?? 20_260_830) });
