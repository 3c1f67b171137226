import { useState } from 'react'

/**
 * Fields over a Markdown body, which is the only truth: each change is written into it. The fields are read once and then keep what is typed —
 * blank ends, options still empty — which the body has no place for.
 */
export function useBodyFields<T>(body: string, read: (body: string) => T, write: (body: string, fields: T) => string, onChange: (body: string) => void) {
  const [fields, setFields] = useState(() => read(body))
  const change = (changed: T) => {
    setFields(changed)
    onChange(write(body, changed))
  }
  return [fields, change] as const
}
