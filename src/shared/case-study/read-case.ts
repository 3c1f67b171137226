import { caseParts, type CaseStudy } from '../model/case-study'
import { caseLayout } from './case-segments'

/** Reads a case out of the Markdown body of its material; see {@link caseLayout} for what counts as a part. */
export const readCase = (body: string): CaseStudy => {
  const { from, to, segments } = caseLayout(body)
  const parts = segments.map(({ part, title, from, to }) => ({ part, title, body: body.slice(from, to).trim() }))
  return {
    lead: body.slice(from, segments[0]?.start ?? to).trim(),
    parts,
    missing: caseParts.filter((part) => !parts.some((told) => told.part === part && told.body !== '')),
  }
}
