{const{src:t,integrity:c}=document.currentScript.dataset,e=document.createElement("script");document.head.append(Object.assign(e,location.protocol==="file:"?{src:t}:{src:t,integrity:c}))}
