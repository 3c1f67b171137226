/** English Metric Unit, 914 400 per inch (ECMA-376-1 §20.1.2.1). All slide geometry is in EMU. */
export type Emu = number & { readonly __unit: 'emu' }
/** Typographic point, 1/72 inch. All type sizes and line pitches are in points. */
export type Points = number & { readonly __unit: 'pt' }

export const EMU_PER_POINT = 12_700
export const EMU_PER_INCH = 914_400

export const emu = (value: number): Emu => Math.round(value) as Emu
export const inches = (value: number): Emu => Math.round(value * EMU_PER_INCH) as Emu
export const points = (value: number): Points => value as Points
export const pointsToEmu = (value: Points): Emu => Math.round(value * EMU_PER_POINT) as Emu
export const emuToPoints = (value: Emu): Points => (value / EMU_PER_POINT) as Points
export const emuToInches = (value: Emu): number => value / EMU_PER_INCH
