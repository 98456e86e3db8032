/** What VS Code knows the tab of the timeline by. */
export const timelineViewType = 'workmailTrail.timeline';
