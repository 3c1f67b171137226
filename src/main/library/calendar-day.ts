const two = (part: number): string => String(part).padStart(2, '0')

/** The day on this computer's calendar, ISO 8601. @param now milliseconds since 1970 */
export const calendarDay = (now: number, daysLater = 0): string => {
  const date = new Date(now)
  date.setDate(date.getDate() + daysLater)
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
