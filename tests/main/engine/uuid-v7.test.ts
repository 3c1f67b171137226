import { describe, expect, it } from 'vitest'
import { uuidV7 } from '../../../src/main/engine/uuid-v7'
import { MaterialId } from '../../../src/shared/model/ids'

describe('ids', () => {
  it('are UUIDs of version 7 and variant 10', () => {
    expect(uuidV7(Date.UTC(2026, 8, 10))).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(MaterialId.safeParse(uuidV7(1)).success).toBe(true)
  })
  it('begin with the moment they were made, so that they sort by time', () => {
    expect(uuidV7(0x0123_4567_89ab).slice(0, 13)).toBe('01234567-89ab')
    expect(uuidV7(1000) < uuidV7(1001)).toBe(true)
  })
  it('differ within one millisecond', () => {
    expect(new Set(Array.from({ length: 1000 }, () => uuidV7(1))).size).toBe(1000)
  })
})
