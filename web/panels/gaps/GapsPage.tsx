import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';

export default function GapsPage() {
  return <PanelSkeleton />;
}
