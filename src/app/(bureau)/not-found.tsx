import { MissingPage } from '@/ui/missing-page'

export default function NotFound() {
  return <MissingPage />
}
