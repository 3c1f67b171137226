import { describe, expect, it } from 'vitest'
import { placeWindow } from '../../../src/main/electron/window-state'

const laptop = { x: 0, y: 0, width: 1366, height: 728 }
const projector = { x: 1366, y: 0, width: 1920, height: 1080 }

describe('the place of the window', () => {
  it('is where it was, on a second display too', () => {
    const saved = { x: 1500, y: 40, width: 1200, height: 800, maximized: false }
    expect(placeWindow(saved, [laptop, projector])).toEqual({ bounds: { x: 1500, y: 40, width: 1200, height: 800 }, maximized: false })
  })
  it('is left to the system when the display it was on is gone', () => {
    expect(placeWindow({ x: 1500, y: 40, width: 1200, height: 800, maximized: true }, [laptop])).toEqual({ bounds: { width: 1200, height: 800 }, maximized: true })
  })
  it('is left to the system when its title bar would be out of reach', () => {
    expect(placeWindow({ x: 0, y: -300, width: 1200, height: 800, maximized: false }, [laptop]).bounds).toEqual({ width: 1200, height: 800 })
  })
  it('is never smaller than the desk needs', () => {
    expect(placeWindow({ x: 0, y: 0, width: 10, height: 10, maximized: false }, [laptop]).bounds).toMatchObject({ width: 900, height: 600 })
  })
  it.each([null, 'x', {}, { x: 'left', y: 0, width: 1, height: 1, maximized: false }])('is the default when the file holds %j', (saved) => {
    expect(placeWindow(saved, [laptop])).toEqual({ bounds: { width: 1360, height: 860 }, maximized: false })
  })
})
