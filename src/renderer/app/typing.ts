/** Whether the user is in the middle of composing a character (pinyin, wubi): no key may then mean anything else. 229 is what older engines report. */
export const isComposing = (event: KeyboardEvent | { readonly nativeEvent: KeyboardEvent }): boolean => {
  const native = 'nativeEvent' in event ? event.nativeEvent : event
  return native.isComposing || native.keyCode === 229
}

/** Whether a key event belongs to a field that takes text, which then has its own undo and its own letters. */
export const isInTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)))
