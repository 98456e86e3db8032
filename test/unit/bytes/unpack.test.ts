import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { crc32, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { defaultLimits } from '../../../server/src/host/limits';
import { brokenBlock, flipped, member, storedBlock } from '../../support/gzip';
import { unpackBothWays } from '../../support/unpackBothWays';

const text = '{"eventVersion":"1.08","eventName":"CreateUser"}';
const other = '{"eventVersion":"1.08","eventName":"DeleteUser"}';
const { length } = text;

/** What comes of a file: its text, and its notes as `code` or, where something is lost, `code!`. */
function read(bytes: Uint8Array, limits = defaultLimits): unknown {
  const unpacked = unpackBothWays(bytes, bytes.length, limits);
  if ('failure' in unpacked) return unpacked.failure;
  const codes = unpacked.notes.map(({ code, isLoss }) => `${code}${isLoss ? '!' : ''}`);
  return [Buffer.from(unpacked.bytes).toString(), ...codes];
}

/** The same, with the words. */
function words(bytes: Uint8Array, limits = defaultLimits): unknown {
  const unpacked = unpackBothWays(bytes, bytes.length, limits);
  if ('failure' in unpacked) return unpacked;
  const { notes, isCompressed } = unpacked;
  return { text: Buffer.from(unpacked.bytes).toString(), notes, isCompressed };
}

suite('a file that is well', () => {
  test('compressed', () => assert.deepEqual(words(member(text)), { text, notes: [], isCompressed: true }));
  test('not compressed', () => {
    assert.deepEqual(words(Buffer.from(text)), { text, notes: [], isCompressed: false });
  });
  test('compressed, and empty', () => assert.deepEqual(words(member('')), { text: '', notes: [], isCompressed: true }));
  test('empty', () => {
    const notes = [{ code: 'empty', message: 'it is empty.', isLoss: false }];
    assert.deepEqual(words(new Uint8Array()), { text: '', notes, isCompressed: false });
  });

  const name = Buffer.from('log.json\0');
  const extra = Buffer.from([3, 0, 0, 0, 0]);
  const comment = Buffer.from('by hand\0');
  for (const [what, flags, fields] of [
    ['text', 1, []],
    ['extra field', 4, [extra]],
    ['name', 8, [name]],
    ['comment', 16, [comment]],
    ['extra field, name and comment', 28, [extra, name, comment]],
  ] as const) {
    test(`with the flag for ${what}`, () => {
      assert.deepEqual(read(member(text, { flags, fields: Buffer.concat(fields) })), [text]);
    });
  }

  test('with a checksum of the header', () => {
    const head = Buffer.from([0x1f, 0x8b, 8, 2, 0, 0, 0, 0, 0, 255]);
    const fields = Buffer.alloc(2);
    fields.writeUInt16LE(crc32(head) & 0xffff);
    assert.deepEqual(read(member(text, { flags: 2, fields })), [text]);
    assert.deepEqual(read(member(text, { flags: 2, fields: flipped(fields, 0) })), [text, 'header']);
  });
});

suite('a damaged trailer', () => {
  test('a checksum that does not match', () => {
    assert.deepEqual(words(member(text, { checksum: 1 })), {
      text,
      notes: [
        {
          code: 'checksum',
          message:
            'its text does not match its checksum: one of the two was changed or damaged, and nobody can tell where.',
          isLoss: true,
        },
      ],
      isCompressed: true,
    });
  });

  test('a length that is a lie', () => {
    assert.deepEqual(words(member(text, { length: 1_000_000 })), {
      text,
      notes: [
        {
          code: 'length',
          message:
            'it says that it holds 1,000,000 bytes of text, and holds 48 bytes; its checksum says that they are right.',
          isLoss: false,
        },
      ],
      isCompressed: true,
    });
    assert.deepEqual(read(member(text, { length: 0xff_ff_ff_ff })), [text, 'length']);
    assert.deepEqual(read(member(text, { length: 0 })), [text, 'length']);
  });

  test('a trailer that is not all there', () => {
    const whole = member(text);
    for (let missing = 1; missing <= 8; missing++) {
      const soon = `it ends ${missing === 1 ? '1 byte' : `${missing} bytes`} too soon`;
      const isLoss = missing > 4;
      const message = isLoss
        ? `${soon}: its text seems whole, but its checksum is missing.`
        : `${soon}; its checksum says that its text is whole all the same.`;
      assert.deepEqual(words(whole.subarray(0, whole.length - missing)), {
        text,
        notes: [{ code: 'trailer', message, isLoss }],
        isCompressed: true,
      });
    }
  });
});

suite('a damaged stream', () => {
  test('cut off', () => {
    const stream = storedBlock(text, true);
    const whole = member(text, { stream });
    for (let saved = 1; saved < length; saved++) {
      assert.deepEqual(words(whole.subarray(0, 15 + saved)), {
        text: text.slice(0, saved),
        notes: [
          {
            code: 'cut',
            message: `it ends too soon: its text is read up to ${saved === 1 ? '1 byte' : `${saved} bytes`}, the rest is missing.`,
            isLoss: true,
          },
        ],
        isCompressed: true,
      });
    }
  });

  test('cut off before its first character', () => {
    const whole = member(text, { stream: storedBlock(text, true) });
    for (let end = 1; end <= 10; end++) {
      assert.equal(
        read(whole.subarray(0, end)),
        'it ends within its gzip header, so that nothing of its content is left.',
      );
    }
    for (let end = 11; end <= 15; end++) {
      assert.equal(
        read(whole.subarray(0, end)),
        'it ends too soon: nothing of it could be saved, the rest is missing.',
      );
    }
  });

  test('broken in the middle: every byte before is there', () => {
    const stream = Buffer.concat([storedBlock(text), brokenBlock, storedBlock(other, true)]);
    assert.deepEqual(words(member(text + other, { stream })), {
      text,
      notes: [
        {
          code: 'broken',
          message: `its compressed content is damaged near byte ${10 + 5 + length + 1}: its text is read up to 48 bytes.`,
          isLoss: true,
        },
      ],
      isCompressed: true,
    });
  });

  test('broken from its first byte', () => {
    const failure = 'its compressed content is damaged near byte 11: nothing of it could be saved.';
    assert.deepEqual(words(member(text, { stream: brokenBlock })), { failure });
  });
});

suite('several members', () => {
  test('are read, and counted', () => {
    assert.deepEqual(words(Buffer.concat([member(text), member(other)])), {
      text: text + other,
      notes: [
        {
          code: 'members',
          message: 'it consists of 2 gzip members, one after another. All are read; some tools show only the first.',
          isLoss: false,
        },
      ],
      isCompressed: true,
    });
  });

  test('behind a broken one: reading goes on', () => {
    const broken = member(text, { stream: Buffer.concat([storedBlock(text), brokenBlock, Buffer.alloc(40, 7)]) });
    const from = broken.length;
    assert.deepEqual(words(Buffer.concat([broken, member(other)])), {
      text: text + other,
      notes: [
        {
          code: 'members',
          message: 'it consists of 2 gzip members, one after another. All are read; some tools show only the first.',
          isLoss: false,
        },
        {
          code: 'broken',
          message: 'its compressed content is damaged near byte 64: its text is read up to 48 bytes.',
          isLoss: true,
        },
        {
          code: 'skipped',
          message: `what can't be read is passed over, ${from - 64} bytes; reading goes on at byte ${from}, with another gzip member.`,
          isLoss: true,
        },
      ],
      isCompressed: true,
    });
  });

  test('behind one whose damage swallowed the beginning of the next', () => {
    const next = member(other);
    const swallowing = Buffer.from([0, 60, 0, 0xff - 60, 0xff]);
    const broken = member(text, { stream: Buffer.concat([storedBlock(text), swallowing]) });
    assert.deepEqual(read(Buffer.concat([broken, next])), [
      `${text}${Buffer.concat([broken, next])
        .subarray(10 + 5 + length + 5)
        .subarray(0, 60)}${other}`,
      'members',
      'broken!',
      'skipped!',
    ]);
  });

  test('a damaged one among others is named by its number', () => {
    const notes = unpackBothWays(
      Buffer.concat([member(text), member(other, { checksum: 1 }), member(text)]),
      0,
      defaultLimits,
    );
    assert.ok('notes' in notes);
    assert.deepEqual(
      notes.notes.map(({ message }) => message.slice(0, 40)),
      ['it consists of 3 gzip members, one after', 'in its member 2, its text does not match'],
    );
  });

  test('no more than the limit', () => {
    const many = Buffer.concat([member(text), member(other), member(text)]);
    assert.deepEqual(read(many, { ...defaultLimits, members: 2 }), [text + other, 'members', 'limit!']);
    assert.deepEqual(read(many, { ...defaultLimits, members: 3 }), [text + other + text, 'members']);
  });

  test('the same damage in many is told a few times and counted', () => {
    const many = Buffer.concat(Array.from({ length: 9 }, () => member(text, { checksum: 1 })));
    assert.deepEqual(read(many), [text.repeat(9), 'members', 'checksum!', 'checksum!', 'checksum!', 'checksum!']);
  });
});

suite('what follows the end', () => {
  test('zeros are padding', () => {
    assert.deepEqual(read(Buffer.concat([member(text), Buffer.alloc(512)])), [text, 'padding']);
    assert.deepEqual(read(Buffer.concat([member(text), Buffer.alloc(512), member(other)])), [
      text + other,
      'members',
      'padding',
    ]);
  });

  test('anything else is said to be lost', () => {
    assert.deepEqual(read(Buffer.concat([member(text), Buffer.from('more')])), [text, 'trailing!']);
  });

  test('a member behind it is read', () => {
    assert.deepEqual(read(Buffer.concat([member(text), Buffer.from('more'), member(other)])), [
      text + other,
      'members',
      'skipped!',
    ]);
  });
});

suite('a damaged header', () => {
  const named = member(text, { flags: 8, fields: Buffer.from('log.json\0') });
  for (let at = 0; at < 3; at++) {
    test(`one of the bytes that say what it is: the one at ${at}`, () => {
      assert.deepEqual(read(flipped(member(text), at, 0x01)), [text, 'header']);
    });
  }
  test('a name that is not said to be there', () => assert.deepEqual(read(flipped(named, 3, 8)), [text, 'header']));
  test('a name that is said to be there', () => assert.deepEqual(read(flipped(member(text), 3, 8)), [text, 'header']));
  test('an extra field that is said to be there', () => {
    assert.deepEqual(read(flipped(member(text), 3, 4)), [text, 'header']);
  });
});

suite('other containers', () => {
  test('gzip in gzip', () => assert.deepEqual(read(gzipSync(member(text))), [text, 'nested']));
  test('gzip in gzip, the inner one damaged', () => {
    assert.deepEqual(words(gzipSync(member(text, { length: 1 }))), {
      text,
      notes: [
        { code: 'nested', message: 'it is compressed more than once, one container in another.', isLoss: false },
        {
          code: 'length',
          message:
            'inside, it says that it holds 1 byte of text, and holds 48 bytes; its checksum says that they are right.',
          isLoss: false,
        },
      ],
      isCompressed: true,
    });
  });
  test('no deeper than the limit', () => {
    assert.equal(
      read(gzipSync(gzipSync(member(text))), { ...defaultLimits, depth: 2 }),
      'it is compressed more than 2 times, one container in another, and the setting workmailTrail.limits.depth allows no more.',
    );
  });
  test('no deeper than the limit, told in a terminal', () => {
    assert.equal(
      read(gzipSync(gzipSync(member(text))), { ...defaultLimits, depth: 1, setBy: 'options' }),
      'it is compressed more than once, one container in another, and the option --max-depth allows no more.',
    );
  });
  test('zlib', () => assert.deepEqual(read(deflateSync(text)), [text, 'form']));
  test('zlib with a wrong checksum', () => {
    const bytes = deflateSync(text);
    assert.deepEqual(read(flipped(bytes, bytes.length - 1)), [text, 'form', 'checksum!']);
    assert.deepEqual(read(bytes.subarray(0, bytes.length - 2)), [text, 'form', 'trailer!']);
  });
  test('bare deflate', () => assert.deepEqual(read(deflateRawSync(text)), [text, 'form']));

  for (const [what, bytes, failure] of [
    ['7-Zip', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'it is a 7-Zip archive; unpack it and open the logs in it.'],
    [
      'tar',
      [...Buffer.alloc(257, 'a'), ...Buffer.from('ustar\0')],
      'it is a tar archive; unpack it and open the logs in it.',
    ],
    [
      'zstd',
      [0x28, 0xb5, 0x2f, 0xfd, 4, 0],
      'it is compressed with zstd, which is not read here; decompress it and open the result.',
    ],
    [
      'bzip2',
      [...Buffer.from('BZh91AY&SY'), 0x80, 0, 1],
      'it is compressed with bzip2, which is not read here; decompress it and open the result.',
    ],
    [
      'Parquet',
      [...Buffer.from('PAR1'), 0x15, 4, 0x15],
      "it is a table in Parquet format, not JSON; export it as JSON or CSV and open that. If it is one of WorkMail's own logs, a log delivery with the output format json writes what is read here.",
    ],
  ] as const) {
    test(`${what} is named`, () => assert.equal(read(Uint8Array.from(bytes)), failure));
  }
  test('words that begin like another format are text', () => {
    for (const words of ['ORChestra', 'PAR1 is a file format', 'BZh'])
      assert.deepEqual(read(Buffer.from(words)), [words]);
  });
});

suite('a text with damage', () => {
  test('is not taken for something compressed', () => {
    for (const damaged of [`\0${text}`, `${text.slice(0, 20)}\0\x01\x02${text.slice(23)}`, `\x1f${text}`]) {
      assert.deepEqual(read(Buffer.from(damaged)), [damaged]);
    }
  });
});

suite('bombs', () => {
  const zeros = gzipSync(Buffer.alloc(50_000_000, '['));

  test('stop at the size', () => {
    assert.deepEqual(words(zeros, { ...defaultLimits, size: 10 }), {
      text: '[[[[[[[[[[',
      notes: [
        {
          code: 'limit',
          message: 'its text is read up to 10 bytes: the setting workmailTrail.limits.size allows no more.',
          isLoss: true,
        },
      ],
      isCompressed: true,
    });
  });

  test('stop at the ratio', () => {
    const bytes = gzipSync(Buffer.alloc(5000, '['));
    const most = 2 * bytes.length;
    assert.deepEqual(words(bytes, { ...defaultLimits, ratio: 2, ratioFrom: 30 }), {
      text: '['.repeat(most),
      notes: [
        {
          code: 'limit',
          message: `its text is read up to ${most} bytes: it unpacks to more than 2 times its size, which no log does, and the setting workmailTrail.limits.ratio forbids.`,
          isLoss: true,
        },
      ],
      isCompressed: true,
    });
    assert.deepEqual(read(bytes, { ...defaultLimits, ratio: 2, ratioFrom: 5000 }), ['['.repeat(5000)]);
  });

  test('are read as far as shows what they are made of', () => {
    const bytes = gzipSync(Buffer.alloc(5_000_000, '['));
    const bomb = { ...defaultLimits, ratioFrom: 400_000 };
    assert.deepEqual(words(bytes, bomb), {
      text: '['.repeat(25_000),
      notes: [
        {
          code: 'limit',
          message:
            'its text is read up to 25,000 bytes: it unpacks to more than 100 times its size, which no log does, and the setting workmailTrail.limits.ratio forbids.',
          isLoss: true,
        },
      ],
      isCompressed: true,
    });
    assert.deepEqual(read(bytes, { ...bomb, ratio: 2000 }), ['['.repeat(5_000_000)]);
  });

  test('in one another: what a limit of ours cuts off is not called damage', () => {
    const bytes = gzipSync(gzipSync(text + other, { level: 0 }));
    const within = { ...defaultLimits, size: 80 };
    assert.deepEqual(read(bytes, within), [text.repeat(1), 'nested', 'limit!']);
  });

  test('a text of exactly the size is whole', () => {
    assert.deepEqual(read(member(text), { ...defaultLimits, size: length }), [text]);
    assert.deepEqual(read(Buffer.from(text), { ...defaultLimits, size: length }), [text]);
  });

  test('members share one limit', () => {
    const two = Buffer.concat([gzipSync('['.repeat(60)), gzipSync('['.repeat(60))]);
    assert.deepEqual(read(two, { ...defaultLimits, size: 100 }), ['['.repeat(100), 'members', 'limit!']);
  });

  test('what is read ends with a whole record', () => {
    const log = `{"Records":[${text}, ${other},${text}]}`;
    const limits = { ...defaultLimits, size: log.length - 20 };
    assert.deepEqual(read(gzipSync(log), limits), [`{"Records":[${text}, ${other}`, 'limit!']);
    assert.deepEqual(read(Buffer.from(log), limits), [`{"Records":[${text}, ${other}`, 'limit!']);
  });

  test('or with a whole line, or a whole character', () => {
    const limits = { ...defaultLimits, size: 12 };
    assert.deepEqual(read(Buffer.from('first line\nsecond line\n'), limits), ['first line\n', 'limit!']);
    assert.deepEqual(read(Buffer.from('€€€€€€'), { ...limits, size: 11 }), ['€€€', 'limit!']);
  });
});
