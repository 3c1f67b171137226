import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import type { ScriptPreset } from '../../../../shared/contract/talks'
import { useLanguage, useText } from '../../../i18n/language'
import { Warning } from '../../../parts/warning/warning'
import type { PrintedDocument } from './export-choices'
import { messages } from './messages'
import { PdfPage } from './pdf-page'
import { type DocumentWish, usePrintedDocument } from './use-printed-document'

type DocumentPagesProps = { readonly document: PrintedDocument; readonly preset: ScriptPreset; readonly wish: DocumentWish }

/** A document page by page, drawn from the very PDF that its export makes. Leaving it stops the making. */
export function DocumentPages({ document, preset, wish }: DocumentPagesProps) {
  const text = useText(messages)
  const language = useLanguage()
  const { state, cancel, again } = usePrintedDocument(document, preset, wish)
  const name = text.documents[document]
  switch (state.at) {
    case 'making':
      return (
        <Group className="export-making">
          <Loader size="sm" aria-hidden />
          <Text size="sm" role="status">
            {text.layingOut(name)}
          </Text>
          <Button variant="default" size="xs" onClick={cancel}>
            {text.cancel}
          </Button>
        </Group>
      )
    case 'stopped':
      return (
        <Group className="export-making">
          <Text size="sm">{text.layingOutStopped(name)}</Text>
          <Button variant="default" size="xs" onClick={again}>
            {text.layOutAgain}
          </Button>
        </Group>
      )
    case 'failed':
      return (
        <Stack className="export-making" align="flex-start">
          <Warning>{state.message[language]}</Warning>
          <Button variant="default" size="xs" onClick={again}>
            {text.layOutAgain}
          </Button>
        </Stack>
      )
    case 'made': {
      const count = state.pdf.numPages
      return (
        <>
          <Text size="sm" c="dimmed" role="status" pt="xs">
            {text.paperPages(name, count)}
          </Text>
          <ol className="export-papers" aria-label={text.paperPages(name, count)}>
            {Array.from({ length: count }, (_, index) => (
              <li key={index}>
                <PdfPage pdf={state.pdf} number={index + 1} name={text.paperPage(name, index + 1, count)} />
                <Text span size="xs" c="dimmed" className="export-number" aria-hidden>
                  {index + 1}
                </Text>
              </li>
            ))}
          </ol>
        </>
      )
    }
  }
}
