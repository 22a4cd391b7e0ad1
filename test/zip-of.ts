import { crc32, deflateRawSync } from 'node:zlib';

/** A file to pack; what is given besides its name and content is written in place of what would be true. */
export interface Put {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly stored?: true;
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
}

const UTF8 = 0x800;

function headerOf(put: Put, packed: Uint8Array, signature: number, central: boolean): Buffer {
  const content = Buffer.from(put.content);
  const header = Buffer.alloc(central ? 46 : 30);
  header.writeUInt32LE(signature, 0);
  const at = central ? 6 : 4;
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(put.flags ?? UTF8, at + 2);
  header.writeUInt16LE(put.method ?? (put.stored ? 0 : 8), at + 4);
  header.writeUInt32LE(put.crc ?? crc32(content), at + 10);
  header.writeUInt32LE(packed.length, at + 14);
  header.writeUInt32LE(put.size ?? content.length, at + 18);
  header.writeUInt16LE(Buffer.byteLength(put.name), at + 22);
  return header;
}

/** A zip archive of these files. */
export function zipOf(puts: readonly Put[]): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const put of puts) {
    const packed = put.stored ? Buffer.from(put.content) : deflateRawSync(put.content);
    const name = Buffer.from(put.name);
    const central = headerOf(put, packed, 0x02014b50, true);
    central.writeUInt32LE(offset, 42);
    const body = Buffer.concat([headerOf(put, packed, 0x04034b50, false), name, packed]);
    bodies.push(body);
    directory.push(Buffer.concat([central, name]));
    offset += body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(puts.length, 8);
  end.writeUInt16LE(puts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}
