{const{src:t,integrity:e}=document.currentScript.dataset,c=document.createElement("script");document.head.append(Object.assign(c,"file:"===location.protocol?{src:t}:{src:t,integrity:e}))}
