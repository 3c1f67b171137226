import { z } from 'zod'

/**
 * Bytes that cross a process boundary. `Blob` and `File` travel through every port we use; this names the part of them that we rely on,
 * because `shared` knows neither DOM nor Node.
 */
export interface Binary {
  readonly size: number
  readonly type: string
  arrayBuffer(): Promise<ArrayBuffer>
}

const isBinary = (value: unknown): value is Binary =>
  typeof value === 'object' && value !== null && 'size' in value && typeof value.size === 'number' && 'arrayBuffer' in value && typeof value.arrayBuffer === 'function'

/** @param most size cap in bytes; larger ones are refused at the door. */
export const binary = (most: number) => z.custom<Binary>((value) => isBinary(value) && value.size <= most, { error: `expected at most ${most} bytes` })
