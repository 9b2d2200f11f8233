{{/* Prefix of all names: 40 characters leave room for "-operator" and for what the Job controller adds. */}}
{{- define "scorecard-ocr.fullname" -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else if contains $name .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* Name of the ConfigMap whose data the operator takes over while it runs. */}}
{{- define "scorecard-ocr.liveConfigMap" -}}
{{ include "scorecard-ocr.fullname" . }}-live
{{- end -}}

{{/* Suffix of cluster-scoped names. A namespace has no dots, so two releases never meet in one name. */}}
{{- define "scorecard-ocr.clusterSuffix" -}}
{{- printf "%s.%s" .Release.Name .Release.Namespace -}}
{{- end -}}

{{- define "scorecard-ocr.selectorLabels" -}}
app.kubernetes.io/name: {{ default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "scorecard-ocr.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 }}
{{ include "scorecard-ocr.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: scorecard-ocr
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* Image reference of (list root block): the digest wins, a tag beside it stays readable. */}}
{{- define "scorecard-ocr.image" -}}
{{- $root := index . 0 -}}
{{- $image := (index . 1).image -}}
{{- printf "%s:%s" $image.repository (default $root.Chart.AppVersion $image.tag) -}}
{{- with $image.digest }}@{{ . }}{{ end -}}
{{- end -}}

{{/* Image of a runner, of the root with `reader`. A digest belongs to one image: the other one's is never used for it. */}}
{{- define "scorecard-ocr.runnerImage" -}}
{{- $image := .Values.runner.image -}}
{{- $isRapid := and (ne .reader "tesseract") (ne $image.rapidSuffix "") -}}
{{- $digest := ternary $image.rapidDigest $image.digest $isRapid -}}
{{- if and $isRapid $image.digest (not $digest) -}}
{{- fail "runner.image.digest pins the image without the second reader only: set runner.image.rapidDigest too, or runner.reader to tesseract and runner.escalate to false" -}}
{{- end -}}
{{- printf "%s:%s%s" $image.repository (default .Chart.AppVersion $image.tag) (ternary $image.rapidSuffix "" $isRapid) -}}
{{- with $digest }}@{{ . }}{{ end -}}
{{- end -}}

{{/* Resources of a runner, of the root with `reader`: its profile, and over that of runner.reader runner.resources. */}}
{{- define "scorecard-ocr.runnerResources" -}}
{{- $profile := index .Values.runner.profiles .reader | deepCopy -}}
{{- $isOwn := eq .reader .Values.runner.reader -}}
{{- toYaml (ternary (mergeOverwrite $profile (deepCopy .Values.runner.resources)) $profile $isOwn) -}}
{{- end -}}

{{/* Both pod templates that the operator reads, as the data of its ConfigMap. */}}
{{- define "scorecard-ocr.runnerPods" -}}
runner-pod.yaml: |
  {{- include "scorecard-ocr.runnerPod" (merge (dict "reader" .Values.runner.reader) .) | nindent 2 }}
{{- if .Values.runner.escalate }}
runner-pod-escalated.yaml: |
  {{- include "scorecard-ocr.runnerPod" (merge (dict "reader" "rapid") .) | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Service account name of (list root block suffix). */}}
{{- define "scorecard-ocr.serviceAccountName" -}}
{{- $root := index . 0 -}}
{{- $account := (index . 1).serviceAccount -}}
{{- $component := index . 2 -}}
{{- if $account.create -}}
{{- default (printf "%s-%s" (include "scorecard-ocr.fullname" $root) $component) $account.name -}}
{{- else -}}
{{- required (printf "%s.serviceAccount.name is required when %s.serviceAccount.create is false" $component $component) $account.name -}}
{{- end -}}
{{- end -}}

{{- define "scorecard-ocr.operatorAccount" -}}
{{- include "scorecard-ocr.serviceAccountName" (list . .Values.operator "operator") -}}
{{- end -}}

{{- define "scorecard-ocr.runnerAccount" -}}
{{- include "scorecard-ocr.serviceAccountName" (list . .Values.runner "runner") -}}
{{- end -}}

{{/* Pod Security level "restricted", for the pod. */}}
{{- define "scorecard-ocr.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{/* Pod Security level "restricted", for a container; and a read-only root, which is ours. */}}
{{- define "scorecard-ocr.containerSecurityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* Where the pods of a block (list root block) may run. */}}
{{- define "scorecard-ocr.placement" -}}
{{- $root := index . 0 -}}
{{- $block := index . 1 -}}
{{- with $root.Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $block.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $block.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $block.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $block.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end -}}

{{- define "scorecard-ocr.databaseUrl" -}}
- name: DATABASE_URL
  valueFrom:
    secretKeyRef:
      name: {{ .Values.database.existingSecret }}
      key: {{ .Values.database.urlKey }}
{{- end -}}

{{- define "scorecard-ocr.storageEnv" -}}
- name: S3_ENDPOINT_URL
  value: {{ .Values.storage.endpoint | quote }}
- name: S3_REGION
  value: {{ .Values.storage.region | quote }}
- name: S3_USE_PATH_STYLE
  value: {{ ternary "1" "0" .Values.storage.pathStyle | quote }}
- name: S3_UPLOAD_BUCKET
  value: {{ join "," .Values.storage.buckets | quote }}
{{- end -}}
