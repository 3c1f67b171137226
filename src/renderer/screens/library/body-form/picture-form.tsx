import { Button, FileButton, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { readFrame, writeFrame } from '../../../../shared/body-fields/picture-frame'
import { type PictureFields, readPicture, writePictureInto } from '../../../../shared/body-fields/picture-fields'
import { useEngine } from '../../../app/engine'
import { useFailure } from '../../../app/failure'
import { addPicture, shownTypes } from '../../../parts/add-picture/add-picture'
import { useText } from '../../../i18n/language'
import { AssetPicture } from '../../../parts/asset-picture/asset-picture'
import type { BodyProps } from './body-form'
import { messages } from './messages'
import { useBodyFields } from './use-body-fields'

/** `poster` is what stands for the film that was chosen last; empty for a picture, absent where nothing was chosen. */
type Fields = PictureFields & { readonly poster?: string }

const writeFields = (body: string, { poster, ...fields }: Fields): string => {
  const written = writePictureInto(body, fields)
  return poster === undefined ? written : writeFrame(written, { ...readFrame(written), poster })
}

/** A picture, film or sound, what it shows to those who cannot see it, and what stands below it. */
export function PictureForm({ body, onChange, showPicture = true }: BodyProps & { /** False where the picture stands beside the form already. */ readonly showPicture?: boolean }) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const [picture, change] = useBodyFields<Fields>(body, readPicture, writeFields, onChange)
  const choose = async (file: File) => {
    try {
      const { src, poster } = await addPicture(engine, file)
      change({ ...picture, src, poster: poster ?? '' })
    } catch (error) {
      fail(error)
    }
  }
  return (
    <Stack gap="sm">
      {picture.src === '' ? (
        <Text size="sm" c="dimmed">
          {text.noPicture}
        </Text>
      ) : (
        showPicture && <AssetPicture address={picture.src} alt={picture.alt} />
      )}
      <Group>
        <FileButton accept={shownTypes} onChange={(file) => file && void choose(file)}>
          {({ onClick }) => (
            <Button size="compact-sm" variant="default" leftSection={<IconPhoto size={16} />} onClick={onClick}>
              {picture.src === '' ? text.choosePicture : text.replacePicture}
            </Button>
          )}
        </FileButton>
      </Group>
      <Textarea label={text.alt} description={text.altHint} autosize minRows={2} maxRows={6} maxLength={2000} value={picture.alt} onChange={(event) => change({ ...picture, alt: event.currentTarget.value })} />
      <TextInput label={text.caption} maxLength={500} value={picture.caption} onChange={(event) => change({ ...picture, caption: event.currentTarget.value })} />
    </Stack>
  )
}
