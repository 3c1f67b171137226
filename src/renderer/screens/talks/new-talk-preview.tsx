import { Checkbox, Loader, Text } from '@mantine/core'
import type { Language } from '../../../shared/language'
import type { MaterialId } from '../../../shared/model/ids'
import { audienceOf, formatOf } from '../../../shared/formats/talk-formats'
import { timeBudget } from '../../../shared/formats/time-budget'
import { useLocalized, useText } from '../../i18n/language'
import { useCatalogue } from '../../parts/catalogue/use-catalogue'
import { ProposalReasons } from '../../parts/proposals/proposal-reasons'
import { useProposals } from '../../parts/proposals/use-proposals'
import { newTalkMessages } from './new-talk-messages'
import styles from './new-talk-preview.module.css'

/** A material that was ticked for a block of the skeleton, the blocks counted from 0. */
export type ChosenMaterial = { readonly block: number; readonly id: MaterialId }

type NewTalkPreviewProps = {
  wish: { readonly title: string; readonly format: string; readonly audience: string; readonly minutes: number; readonly language: Language }
  chosen: readonly ChosenMaterial[]
  onChoose: (chosen: readonly ChosenMaterial[]) => void
}

const CANDIDATES = 3

/** The skeleton of a talk that is not there yet: its time, and for every block what the library has for it. */
export function NewTalkPreview({ wish: { title, format, audience, minutes, language }, chosen, onChoose }: NewTalkPreviewProps) {
  const text = useText(newTalkMessages)
  const localized = useLocalized()
  const catalogue = useCatalogue()
  const sections = timeBudget(formatOf(format, catalogue), audienceOf(audience, catalogue), minutes)
  const gaps = sections.flatMap(({ blocks }) => blocks.map(({ block, seconds }) => ({ kinds: block.materials, seconds })))
  const proposed = useProposals({ title, audience, language, gaps, cited: [], limit: CANDIDATES })
  const time = (seconds: number) => text.minutes(Math.floor(seconds / 60), seconds % 60)
  // Where the blocks of a section begin among all blocks.
  const starts = sections.map((_, index) => sections.slice(0, index).reduce((count, { blocks }) => count + blocks.length, 0))

  return (
    <div className={styles.preview}>
      <Text size="sm" c="dimmed">
        {text.previewHint}
      </Text>
      {sections.map(({ section, seconds, blocks }, at) => (
        <section key={starts[at]}>
          <h3 className={styles.section}>
            <span>{localized(section.title)}</span>
            <span className={styles.time}>{time(seconds)}</span>
          </h3>
          {blocks.map(({ block, seconds: own }, index) => {
            const number = (starts[at] ?? 0) + index
            const candidates = proposed?.[number]
            const name = localized(block.title)
            return (
              <div key={number} className={styles.block} role="group" aria-label={text.candidates(name)}>
                <div className={styles.head}>
                  <span>{name}</span>
                  <span className={styles.time}>{time(own)}</span>
                </div>
                {candidates === undefined && <Loader size="xs" />}
                {candidates?.length === 0 && (
                  <Text size="xs" c="dimmed">
                    {text.nothing}
                  </Text>
                )}
                {candidates?.map((proposal) => {
                  const isChosen = chosen.some(({ block: of, id }) => of === number && id === proposal.id)
                  return (
                    <Checkbox
                      key={proposal.id}
                      size="sm"
                      className={styles.candidate}
                      checked={isChosen}
                      // One material stands in one place of the talk.
                      onChange={() => onChoose(isChosen ? chosen.filter(({ id }) => id !== proposal.id) : [...chosen.filter(({ id }) => id !== proposal.id), { block: number, id: proposal.id }])}
                      label={proposal.title}
                      description={<ProposalReasons proposal={proposal} />}
                    />
                  )
                })}
              </div>
            )
          })}
        </section>
      ))}
    </div>
  )
}
